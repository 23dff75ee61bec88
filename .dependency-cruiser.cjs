/**
 * The rooms of the house, lowest first. A file imports from its own room and from rooms that come before it in the list.
 * A room that has sub-rooms in the list means here the files that lie in none of them. ARCHITECTURE.md says what each holds.
 */
const LIB_ROOMS = [
  'base',
  'messages',
  'catalogue',
  'log',
  'scope',
  'process',
  'http',
  'db',
  'monitoring',
  'access',
  'calendar',
  'metrics/statistics',
  'metrics/returns',
  'metrics/risk',
  'metrics',
  'publisher',
  'import/outcome',
  'import/read',
  'import/layout',
  'import/check',
  'import/hold',
  'import/parse',
  'import/write',
  'import',
  'import/http',
  'store',
  'analysis/weeks',
  'editions',
  'texts',
  'analysis',
  'analysis/contributions',
  'analysis/by-span',
  'analysis/statistics',
  'charts',
  'figures/rows',
  'figures/options',
  'figures/kinds',
  'figures',
  'report/model',
  'report/table',
  'report/text',
  'report/key-points',
  'report/many',
  'report/bind',
  'report/build',
  'publish/week',
  'address',
  'workbench',
  'desk',
  'upload',
  'upload/http',
  'editor/merge',
  'editor/model',
  'editor',
  'editor/page',
  'editor/http',
  'pictures',
  'export',
  'pdf',
  'publish',
  'shares',
  'api',
  'search',
  'boot',
  'cli',
  'cli/doctor',
  'cli/programs',
  'testing',
].map((room) => `lib/${room}`)

const COMPONENT_ROOMS = [
  'text',
  'table',
  'chart',
  'scripts',
  'data',
  'shortcuts',
  'layout',
  'compare',
  'publish',
  'report/table',
  'report/many',
  'report',
  'archive',
  'reconciliation',
  'series',
  'wall',
  'portfolios',
  'upload',
  'publishing',
  'state',
  'account',
  'editor',
].map((room) => `components/${room}`)

const ROOMS = [...LIB_ROOMS, ...COMPONENT_ROOMS]
const TEST = '\\.test\\.tsx?$'

/** Returns the pattern of the files of a room, without those of its sub-rooms. */
function filesOf(room) {
  const hasSubRooms = ROOMS.some((other) => other.startsWith(`${room}/`))
  return hasSubRooms ? `^${room}/[^/]+$` : `^${room}/`
}

/** Returns a rule for each room but the highest: it imports nothing from the rooms above it. */
function upwardImports(rooms) {
  return rooms.slice(0, -1).map((room, index) => ({
    name: `no-import-up-from-${room.replaceAll('/', '-')}`,
    severity: 'error',
    from: { path: filesOf(room), pathNot: TEST },
    to: { path: rooms.slice(index + 1).map(filesOf) },
  }))
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from: { pathNot: TEST, ...from }, to }
}

module.exports = {
  ROOMS,
  filesOf,
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan-resolution', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...upwardImports(LIB_ROOMS),
    ...upwardImports(COMPONENT_ROOMS),
    forbid(
      'lib-knows-no-page',
      'app → components → lib; only the test helpers of lib/testing/pages open pages',
      { path: '^lib/', pathNot: [TEST, '^lib/testing/pages/'] },
      { path: '^(app|components|e2e)/' },
    ),
    forbid(
      'components-show-what-they-are-given',
      'components neither read the store nor write to it',
      { path: '^components/' },
      { path: '^(app|e2e|lib/(boot|cli|db|import|store))/' },
    ),
    forbid(
      'products-import-no-test-helper',
      'test helpers are for tests alone',
      { pathNot: [TEST, '^(lib/testing|e2e)/'] },
      { path: '^lib/testing/' },
    ),
    forbid(
      'no-pinyin-in-the-browser',
      'the table of pinyin weighs more than all other scripts together',
      { path: '^components/' },
      { path: '^lib/search/(build-|get-|answer-|search-terms)' },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'lib/db/generated'] },
    exclude: { path: ['^\\.next/', '^node_modules/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
