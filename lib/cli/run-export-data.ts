/** The export in a process of its own, with its database in the environment. */
import { runExportCli } from './export-data'

process.exitCode = await runExportCli(process.argv.slice(2))
