/** The importer in a process of its own, with its database in the environment. */
import { runImportCli } from './import'

process.exitCode = await runImportCli(process.argv.slice(2))
