import { spawn } from 'node:child_process'
import type { Account } from '@/lib/boot/postgres/postgres-account'

/** Its message has how a program ended and the program's output. */
export class ProgramFailure extends Error {
  override name = 'ProgramFailure'
}

interface Run {
  cwd?: string
  /** The account to run it as; by default the user of this process. */
  account?: Account
  /** Variables in addition to those of this process. */
  env?: Record<string, string>
  /** Ends the program early. */
  signal?: AbortSignal
  /** `ignore` for a program that starts a server, which would keep the pipe open. */
  output?: 'pipe' | 'ignore'
}

/** Runs a program to its end and returns its output. Throws a ProgramFailure, or an AbortError after `signal`. */
export function runProgram(program: string, args: string[], run: Run = {}): Promise<string> {
  const { account = {}, output = 'pipe', env, ...rest } = run
  const stdio: ['ignore', typeof output, typeof output] = ['ignore', output, output]
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...rest,
      ...account,
      env: { ...process.env, ...env },
      windowsHide: true,
      stdio,
    })
    let printed = ''
    const listen = (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(printed)
      else reject(new ProgramFailure(`${program} ended with ${code ?? signal}. ${printed.trim()}`))
    })
  })
}
