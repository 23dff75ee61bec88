/** Runs the doctor command. It takes no arguments: one is refused, since it may ask for what the command does not do. */
import { Command } from 'commander'
import { exitCodeOf } from '@/lib/cli/exit-code'
import { runDoctorCli } from './doctor'

process.exitCode = await run()

async function run(): Promise<number> {
  try {
    new Command('npm run doctor --')
      .description('Check settings, rights, disks, fonts, port, database, clock and calendar, and say what to do.')
      .exitOverride()
      .parse(process.argv.slice(3), { from: 'user' })
  } catch (error) {
    return exitCodeOf(error, () => false)
  }
  return runDoctorCli()
}
