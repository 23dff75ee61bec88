import { spawn } from 'node:child_process'

interface Run {
  /** Variables in addition to those of this process. */
  env?: Record<string, string>
  shell?: boolean
  /** Ends the program early. */
  signal: AbortSignal
}

/** Runs a program whose output goes to the terminal, and returns its exit code; 1 when a signal ended it. */
export function runVisibly(program: string, args: string[], { env, shell = false, signal }: Run): Promise<number> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  signal.addEventListener('abort', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code ?? 1)))
}
