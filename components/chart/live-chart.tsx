'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import type { Colours, Theme } from '@/lib/base/appearance'
import type { SizeName } from '@/lib/figures/rows/sizes'
import { FigureExport } from './figure-export'
import type { KeyAnswer, LiveWords, PeriodChoice } from './live-types'
import type { LiveParts } from './load-live'

interface LiveChartProps {
  /** Address of its rows. */
  href: string
  /** Size of the exported picture; null for a figure that is not exported. */
  exportSize: SizeName | null
  /** Name of the chart for readers who cannot see the button's position. */
  name: string
  theme: Theme
  colours: Colours
  words: LiveWords
  period?: PeriodChoice
  /** Charts with the same name and span move together. */
  group?: string
  /** The picture. */
  children: ReactNode
}

/** Minimum time of the pointer over a chart, so that scrolling past does not load it. */
const REST_MS = 30

type State = 'picture' | 'loading' | 'failed' | LiveParts

/** Shows a picture that becomes a live chart under the pointer. The picture stays until then, and if that fails. */
export function LiveChart(props: LiveChartProps) {
  const { href, exportSize, name, theme, colours, words, period, group, children } = props
  const [state, setState] = useState<State>('picture')
  const keys = useRef<((event: KeyboardEvent) => KeyAnswer) | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isLive = typeof state === 'object'

  async function load() {
    setState('loading')
    try {
      const { loadLive } = await import('./load-live')
      setState(await loadLive(href))
    } catch (error) {
      console.warn(`live chart ${href}:`, error)
      setState('failed')
    }
  }

  function start() {
    if (state === 'picture') void load()
  }

  function onPointerEnter({ pointerType }: PointerEvent) {
    if (pointerType !== 'touch') resting.current = setTimeout(start, REST_MS)
  }

  function onPointerLeave() {
    clearTimeout(resting.current)
  }

  function onKeyDown(event: KeyboardEvent) {
    const answer = keys.current?.(event) ?? 'ignored'
    if (answer !== 'ignored') event.preventDefault()
    if (answer === 'left') setState('picture')
  }

  return (
    <>
      <div className="chart-box" onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave} onPointerUp={start}>
        {children}
        {isLive && (
          <state.LiveCanvas
            rows={state.rows}
            theme={theme}
            colours={colours}
            words={words}
            keys={keys}
            period={period}
            group={group}
            onClose={() => setState('picture')}
          />
        )}
        {state === 'failed' && (
          <p role="status" className="absolute inset-x-0 bottom-0 bg-bg text-note text-ink-2">
            {words.failed}{' '}
            <button type="button" className="link" onClick={load}>
              {words.retry}
            </button>
          </p>
        )}
      </div>
      <p className="figure-tools">
        <button
          type="button"
          className="link relative"
          title={words.title}
          aria-pressed={isLive}
          aria-label={`${words.live} ${name}`}
          onFocus={start}
          onClick={start}
          onKeyDown={onKeyDown}
        >
          {words.live}
        </button>
        {exportSize !== null && (
          <FigureExport href={href} size={exportSize} name={name} colours={colours} words={words.exportWords} />
        )}
      </p>
    </>
  )
}
