import { encodeQR } from 'qr'

/** Modules of white around the code: what a camera needs to find it. */
const BORDER = 4

/** Shows a text as a QR code, black on white in every theme, since not every camera reads the inverse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="mt-4 size-[216px] border border-line bg-white"
    >
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  )
}

/** Returns the outline of the dark modules: a rectangle for each run of them in a row. */
function pathOf(modules: readonly boolean[][]): string {
  return modules
    .flatMap((row, y) => [...runsOf(row)].map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
    .join('')
}

function* runsOf(row: readonly boolean[]): Generator<{ from: number; length: number }> {
  for (let from = 0; from < row.length; from += 1) {
    if (!row[from]) continue
    const end = row.indexOf(false, from)
    const length = (end < 0 ? row.length : end) - from
    yield { from, length }
    from += length
  }
}
