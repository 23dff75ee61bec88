/** Imports go one way: app → components → lib, and inside lib from the surfaces down to the metrics. */
const room = (from, to, comment) => ({
  name: `not-${from.replaceAll('/', '-')}-to-${to.replaceAll(/[()|^/]/g, '-')}`,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^(${to})/` },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan-resolution', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-product-to-testing',
      comment: 'fixtures and samples are for tests alone',
      severity: 'error',
      from: { pathNot: '^(lib/testing|e2e)/|\\.test\\.tsx?$' },
      to: { path: '^lib/testing/' },
    },
    room('lib', 'app|components|e2e', 'lib knows nothing of pages'),
    room('components', 'app|e2e|lib/import|lib/server|lib/queries', 'components show what they are given'),
    room(
      'lib/metrics',
      'lib/(queries|report|charts|import|server|messages|calendar)',
      'metrics are pure: arrays in, numbers out',
    ),
    room('lib/calendar', 'lib/(queries|report|charts|import|server|messages|metrics)', 'calendars know only dates'),
    room('lib/queries', 'lib/(metrics|report|charts|import|server|messages)', 'queries return rows'),
    {
      ...room('lib/charts', 'lib/(queries|report|import|server)', 'builders take rows'),
      to: { path: '^lib/(queries|report|import|server)/', pathNot: '^lib/report/(figure|measure-text)\\.ts$' },
    },
    room('lib/export', 'lib/(queries|charts|import|server)', 'exports are made from the report'),
    room('lib/api', 'lib/(import|server|pdf)', 'the API answers with tables'),
    room('lib/report', 'lib/(api|charts|export|import|server)', 'the report knows no surface'),
    room('lib/data-versions', 'lib/(api|charts|export|import|pdf|server)', 'what versions changed knows no surface'),
    room('lib/palette', 'lib/(metrics|export|pdf|import|server)', 'the palette finds, it computes nothing'),
    {
      name: 'no-pinyin-in-the-browser',
      comment: 'the table of sounds weighs more than all of our scripts',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/palette/(build|get|answer|search)-' },
    },
    room('lib/series', 'lib/(charts|export|import|pdf|server)', 'models of series know no surface'),
    room(
      'lib/store',
      'lib/(metrics|report|charts|server|messages|api|pdf|export)',
      'the proof of the store reads rows and files',
    ),
    room('lib/import', 'lib/(metrics|report|charts|server|messages)', 'the importer writes rows and nothing else'),
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'lib/generated'] },
    exclude: { path: ['^\\.next/', '^node_modules/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
