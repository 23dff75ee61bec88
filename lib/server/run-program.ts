import { spawn } from 'node:child_process'
import type { Account } from '@/lib/server/postgres-account'

/** What a program said before it failed, and how it ended. */
export class ProgramFailure extends Error {
  override name = 'ProgramFailure'
}

interface Run {
  account: Account
  cwd: string
  /** `ignore` for a program that leaves a server behind, which would hold the pipe open. */
  output?: 'pipe' | 'ignore'
}

/** Runs a program to its end and returns what it printed. Throws a ProgramFailure with all that it said. */
export function runProgram(program: string, args: string[], { account, cwd, output = 'pipe' }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' }
    const child = spawn(program, args, { ...account, cwd, env, windowsHide: true, stdio: ['ignore', output, output] })
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
