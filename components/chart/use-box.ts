import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from '@/lib/charts/frame'

/** Returns the current size of an element; null before layout. */
export function useBox(element: RefObject<HTMLElement | null>): Size | null {
  const [box, setBox] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return
    const measure = () => {
      const size = { widthPx: node.clientWidth, heightPx: node.clientHeight }
      setBox((before) => (before?.widthPx === size.widthPx && before.heightPx === size.heightPx ? before : size))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return box
}
