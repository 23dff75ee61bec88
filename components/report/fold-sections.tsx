'use client'

import { useEffect } from 'react'

/** Separates the sections that the fragment of the address keeps open: "#section-3,section-7". */
const SEPARATOR = ','

/**
 * Opens and closes the folded sections of a phone. The fragment of the address keeps those that are open, so that a reload
 * or a sent link shows the same. Before this has loaded, the links open a section by the fragment alone.
 */
export function FoldSections() {
  useEffect(() => {
    const leave = new AbortController()
    const { signal } = leave
    openNamed()
    folding().addEventListener('change', openNamed, { signal })
    addEventListener('hashchange', openNamed, { signal })
    addEventListener('click', onClick, { signal })
    addEventListener('keydown', onKey, { signal })
    return () => leave.abort()
  }, [])
  return null
}

/** Opens the sections that the fragment names, or the one that contains the element that it names. */
function openNamed(): void {
  for (const id of decodeURIComponent(location.hash.slice(1)).split(SEPARATOR)) {
    document.getElementById(id)?.closest('.fold')?.setAttribute('data-open', 'yes')
  }
  if (folding().matches) showStates(document.querySelectorAll('.fold'))
}

/** Where sections fold, as in fold.css. */
function folding(): MediaQueryList {
  return matchMedia('(width < 721px)')
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null
  const link = target?.closest('[data-fold]')
  if (link) {
    event.preventDefault()
    toggle(link)
  }
  if (target?.closest('[data-contents] a')) document.querySelector('[data-contents]')?.removeAttribute('open')
}

function onKey(event: KeyboardEvent): void {
  const link = event.target instanceof Element && event.target.matches('[data-fold]') ? event.target : null
  if (event.key !== ' ' || !link) return
  event.preventDefault()
  toggle(link)
}

function toggle(link: Element): void {
  const section = link.closest('.fold')
  if (!section) return
  section.setAttribute('data-open', isOpen(section) ? 'no' : 'yes')
  showStates([section])
  const open = [...document.querySelectorAll('.fold')].filter(isOpen).map(({ id }) => id)
  const fragment = open.length > 0 ? `#${open.join(SEPARATOR)}` : ''
  history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`)
}

/** Is its content shown? Before it was touched, the fragment alone can open it. */
function isOpen(section: Element): boolean {
  return section.querySelector('.fold-content')?.checkVisibility() === true
}

/** Reads all states before it writes one: each change makes the browser compute styles again for the next reading. */
function showStates(sections: Iterable<Element>): void {
  const states = Array.from(sections, (section) => [section, isOpen(section)] as const)
  for (const [section, open] of states)
    section.querySelector('[data-fold]')?.setAttribute('aria-expanded', String(open))
}
