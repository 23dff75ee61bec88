import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { projectFolder } from '@/lib/process/project-folder'
import { TaskQueue } from '@/lib/process/task-queue'

/** Scale for high-density screens. */
const SCALE = 2

/**
 * Renders SVG markup as a PNG at twice its size. All texts use Noto Sans SC, which is part of the product, since a
 * machine may have no Chinese font. Renders one picture at a time, outside the event loop: each uses a core and 30 MB.
 * @throws Error when the markup cannot be parsed; QueueFull when too many wait
 */
export function renderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return drawings.run(() => draw(svg))
}

const drawings = new TaskQueue({ name: 'chart-png', concurrency: 1, maxWaiting: 64 })

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Noto Sans SC' }
  // Searching the pages' list of families for each text would take half of the time.
  const named = svg.replaceAll(/font-family="[^"]*"/g, 'font-family="Noto Sans SC"')
  const picture = await renderAsync(named, { fitTo: { mode: 'zoom', value: SCALE }, font })
  return new Uint8Array(picture.asPng())
}

function fontFiles(): string[] {
  const { resolve: find } = createRequire(join(projectFolder(), 'package.json'))
  const folder = dirname(find('@expo-google-fonts/noto-sans-sc/package.json'))
  return ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) => join(folder, file))
}
