'use client'

import { useEffect } from 'react'

/**
 * Keeps the pictures while the page is printed, smaller if the paper is narrower. A browser selects sources again for
 * the paper's width, but prints before they have loaded, so that sizes and pictures do not match. A dark picture is
 * replaced by a light one.
 */
export function SteadyPrint() {
  useEffect(() => {
    addEventListener('beforeprint', holdAll)
    addEventListener('afterprint', releaseAll)
    return () => {
      removeEventListener('beforeprint', holdAll)
      removeEventListener('afterprint', releaseAll)
    }
  }, [])
  return null
}

function holdAll(): void {
  for (const picture of pictures()) {
    if (picture.currentSrc.includes('-dark-')) picture.style.filter = 'invert(1) hue-rotate(180deg)'
    // A picture of a folded section has no size until it is printed.
    if (!picture.checkVisibility()) continue
    const { width, height } = picture.getBoundingClientRect()
    Object.assign(picture.style, { width: `${width}px`, height: 'auto', aspectRatio: `${width} / ${height}` })
  }
}

function releaseAll(): void {
  for (const picture of pictures()) {
    for (const property of ['width', 'height', 'aspect-ratio', 'filter']) picture.style.removeProperty(property)
  }
}

function pictures(): NodeListOf<HTMLImageElement> {
  return document.querySelectorAll<HTMLImageElement>('picture > img')
}
