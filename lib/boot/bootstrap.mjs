/**
 * The start of every npm script, in plain JavaScript: it must run on a fresh clone, and on an old Node it must report
 * that. The dynamic import loads everything else after that check.
 */
const OLDEST = { 20: 19, 22: 12 }
const NEWEST_ODD_MAJOR = 23

const [major, minor] = process.versions.node.split('.').map(Number)
const isSupported = major in OLDEST ? minor >= OLDEST[major] : major > NEWEST_ODD_MAJOR

if (isSupported) {
  import('./run-script.mjs').then(({ runScript }) => runScript(process.argv.slice(2)))
} else {
  console.error(
    `Factor Weekly needs Node 20.19, 22.12 or 24 and later, and this is ${process.version}: install one from https://nodejs.org and start again.`,
  )
  process.exitCode = 1
}
