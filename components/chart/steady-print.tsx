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
  const foldAgain = openFolds()
  // All are measured first: after each change the browser would lay out the whole page again.
  const measured = [...pictures()].map((picture) => [picture, picture.getBoundingClientRect()] as const)
  for (const [picture, { width, height }] of measured) {
    Object.assign(picture.style, { width: `${width}px`, height: 'auto', aspectRatio: `${width} / ${height}` })
    if (picture.currentSrc.includes('-dark-')) picture.style.filter = 'invert(1) hue-rotate(180deg)'
  }
  foldAgain()
}

/** Opens the folded sections, whose pictures have no size before, and returns a function that folds them again. */
function openFolds(): () => void {
  const folds = [...document.querySelectorAll<HTMLElement>('.fold')]
  const before = folds.map(({ dataset }) => dataset.open)
  for (const { dataset } of folds) dataset.open = 'yes'
  return () => {
    for (const [index, { dataset }] of folds.entries()) {
      const open = before[index]
      if (open === undefined) delete dataset.open
      else dataset.open = open
    }
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
