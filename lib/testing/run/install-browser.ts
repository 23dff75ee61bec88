/** Installs what the browser tests need: a Chromium, and the fonts of the screenshots. */
import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import { chromium } from 'playwright'
import { Refusal } from '@/lib/boot/refusal'
import { ProgramFailure, runProgram } from '@/lib/boot/run-program'
import { findBrowser, HEADLESS_SHELL } from './browser'

/** Installs missing parts and prints what is used. Throws a Refusal when a missing part cannot be installed. */
export async function installBrowser(): Promise<string> {
  await ensureBrowser()
  await ensureFonts()
  return findBrowser() ?? chromium.executablePath()
}

async function ensureBrowser(): Promise<void> {
  if (process.env.CHROMIUM_PATH) return
  if (canUseApt() && !findBrowser()?.endsWith(HEADLESS_SHELL)) {
    await installPackage(HEADLESS_SHELL).catch(passProgramFailure)
  }
  if (hasBrowser()) return
  if (canUseApt()) await installPackage('chromium').catch(passProgramFailure)
  if (hasBrowser()) return
  await runProgram(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']).catch((cause) => {
    throw new Refusal(
      `No Chromium was found and none could be installed: install one, or set CHROMIUM_PATH. ${cause.message}`,
      {
        cause,
      },
    )
  })
}

const hasBrowser = () => findBrowser() !== null || existsSync(chromium.executablePath())

/** Installs Chinese fonts on Linux, where characters would otherwise be empty boxes; other systems have such fonts. */
async function ensureFonts(): Promise<void> {
  if (platform() !== 'linux') return
  if (!(await hasFont(':lang=zh'))) await installFont('fonts-noto-cjk')
  // Without this font English pages look slightly different, and their screenshots are not compared.
  if (!(await hasFont('Liberation Sans')) && canUseApt()) await installFont('fonts-liberation')
}

async function installFont(name: string): Promise<void> {
  if (canUseApt()) return installPackage(name)
  throw new Refusal(
    `No font with Chinese was found, which the screenshots need: install one, such as the package ${name}, and start again.`,
  )
}

async function hasFont(pattern: string): Promise<boolean> {
  const fonts = await runProgram('fc-list', [pattern, 'family']).catch(passMissingProgram)
  return fonts.trim() !== ''
}

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function installPackage(name: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runProgram('apt-get', ['update', '-q'], { env })
  await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env })
}

/** Ignores a failure: Ubuntu's package needs snap, which a container lacks; Playwright's Chromium is tried next. */
function passProgramFailure(error: unknown): void {
  if (!(error instanceof ProgramFailure)) throw error
}

/** Returns an empty list when fontconfig is missing. */
function passMissingProgram(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
