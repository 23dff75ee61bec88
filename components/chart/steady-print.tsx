'use client'

import { useEffect } from 'react'

/**
 * Keeps pictures as they are while the page is printed. A browser chooses sources anew for the paper's width, but prints
 * before they have come: a window on a sheet would then have the size of one source and the picture of another. And a
 * picture for a dark screen is turned light.
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
    const { width, height } = picture.getBoundingClientRect()
    Object.assign(picture.style, { width: `${width}px`, height: `${height}px`, maxWidth: 'none' })
    if (picture.currentSrc.includes('-dark-')) picture.style.filter = 'invert(1) hue-rotate(180deg)'
  }
}

function releaseAll(): void {
  for (const picture of pictures()) {
    for (const property of ['width', 'height', 'max-width', 'filter']) picture.style.removeProperty(property)
  }
}

function pictures(): NodeListOf<HTMLImageElement> {
  return document.querySelectorAll<HTMLImageElement>('picture > img')
}
