import { addressIn } from '@/lib/address/address-in'
import type { Command } from '@/lib/search/search-index'
import { stepLink } from './step-link'

/**
 * Runs the command of an entry in the search dialog.
 * @param home address of "/" in the view of the page
 * @param isElsewhere open an address in a new tab?
 */
export function runCommand(command: Exclude<Command, { kind: 'help' }>, home: string, isElsewhere: boolean): void {
  if (command.kind === 'prefer') {
    sendPreference(command.name, command.choice)
    return
  }
  const address = addressOfCommand(command, home)
  if (address === undefined) return
  if (isElsewhere) open(address)
  else location.assign(address)
}

function addressOfCommand(command: Exclude<Command, { kind: 'help' | 'prefer' }>, home: string): string | undefined {
  if (command.kind === 'go') return addressIn(home, command.path)
  if (command.kind === 'open') return command.address
  if (command.kind === 'step') return stepLink(command.step)?.href
  if (command.kind === 'language')
    return document.querySelector<HTMLAnchorElement>('header a[hreflang]:not([aria-current])')?.href
  const address = new URL(location.href)
  if (command.choice === 'arithmetic') address.searchParams.delete('convention')
  else address.searchParams.set('convention', command.choice)
  return address.href
}

/** Sends the form of the masthead's button with the chosen value. */
function sendPreference(name: string, choice: string): void {
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
