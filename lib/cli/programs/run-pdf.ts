/** Runs the pdf command in a separate process, with the database of DATABASE_URL. */
import { runPdfCli } from '@/lib/cli/pdf'

process.exitCode = await runPdfCli(process.argv.slice(2))
