import { type RefObject, useEffect, useState } from 'react'
import type { Frame } from '@/lib/charts/frame'
import { type BarRole, legsOption } from '@/lib/figures/options/legs-option'
import type { BarRows } from '@/lib/figures/rows/rows'
import { LiveSurface } from './live-surface'
import type { LiveCanvasProps } from './live-types'

interface LiveBarsProps {
  rows: BarRows
  frame: Frame
  keys: LiveCanvasProps['keys']
}

/** Shows bars whose roles can be switched off; the scale then fits the others. */
export function LiveBars({ rows, frame, keys }: LiveBarsProps) {
  const [hidden, setHidden] = useState<ReadonlySet<BarRole>>(new Set())
  useEffect(() => answerEscape(keys), [keys])
  function toggle(role: BarRole) {
    const next = new Set(hidden)
    if (!next.delete(role)) next.add(role)
    if (next.size < 3) setHidden(next)
  }
  return (
    <>
      <LiveSurface option={legsOption(rows, frame, hidden)} frame={frame} />
      <div className="absolute top-full right-0 mt-1 flex h-5 gap-3 text-note">
        {rows.windows[0]?.bars.map(({ role, label }) => (
          <button
            key={role}
            type="button"
            aria-pressed={!hidden.has(role)}
            className={hidden.has(role) ? 'text-ink-3 line-through' : 'text-ink-2'}
            onClick={() => toggle(role)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  )
}

function answerEscape(keys: RefObject<unknown>): () => void {
  keys.current = (event: { key: string }) => (event.key === 'Escape' ? 'left' : 'ignored')
  return () => {
    keys.current = null
  }
}
