import { useSyncExternalStore } from 'react'
import type { Theme } from '@/lib/base/appearance'
import type { Tone } from '@/lib/charts/frame'

/** Returns the current tone of a theme on this screen. */
export function useTone(theme: Theme): Tone {
  const systemIsDark = useSyncExternalStore(subscribe, isDark, () => false)
  if (theme !== 'auto') return theme
  return systemIsDark ? 'dark' : 'light'
}

function isDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)')
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
