import { spawn } from 'node:child_process'
import type { Account } from '@/lib/boot/postgres/postgres-account'

/** How a program ended and all that it said before. */
export class ProgramFailure extends Error {
  override name = 'ProgramFailure'
}

interface Run {
  cwd?: string
  /** Whom to run it as; whoever runs Node, unless given. */
  account?: Account
  /** Variables beside those of this process. */
  env?: Record<string, string>
  /** Ends the program early. */
  signal?: AbortSignal
  /** `ignore` for a program that leaves a server behind, which would hold the pipe open. */
  output?: 'pipe' | 'ignore'
}

/** Runs a program to its end and returns what it printed. Throws a ProgramFailure, or an AbortError after `signal`. */
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
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(said)
      else reject(new ProgramFailure(`${program} ended with ${code ?? signal}. ${said.trim()}`))
    })
  })
}
