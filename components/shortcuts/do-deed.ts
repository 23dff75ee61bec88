import { addressIn } from '@/lib/address/address-in'
import type { Deed } from '@/lib/search/palette-index'
import { stepLink } from './step-link'

/**
 * Does what an entry of the palette stands for.
 * @param home address of "/" in the view of the page
 * @param isElsewhere in a new tab, where it leads to an address
 */
export function doDeed(deed: Exclude<Deed, { kind: 'help' }>, home: string, isElsewhere: boolean): void {
  if (deed.kind === 'prefer') {
    prefer(deed.name, deed.choice)
    return
  }
  const address = addressOfDeed(deed, home)
  if (address === undefined) return
  if (isElsewhere) open(address)
  else location.assign(address)
}

function addressOfDeed(deed: Exclude<Deed, { kind: 'help' | 'prefer' }>, home: string): string | undefined {
  if (deed.kind === 'go') return addressIn(home, deed.path)
  if (deed.kind === 'step') return stepLink(deed.step)?.href
  if (deed.kind === 'language') return document.querySelector<HTMLAnchorElement>('header a[hreflang]')?.href
  const address = new URL(location.href)
  if (deed.choice === 'arithmetic') address.searchParams.delete('convention')
  else address.searchParams.set('convention', deed.choice)
  return address.href
}

/** Sends the form that the masthead's button would send, with the choice that was made. */
function prefer(name: string, choice: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/preferences'
  for (const [field, value] of Object.entries({ name, choice })) {
    const input = document.createElement('input')
    Object.assign(input, { type: 'hidden', name: field, value })
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}
