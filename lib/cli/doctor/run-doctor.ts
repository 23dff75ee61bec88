/** Runs the doctor command. */
import { runDoctorCli } from './doctor'

process.exitCode = await runDoctorCli()
