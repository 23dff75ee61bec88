import { addressIn } from '@/lib/address/address-in'
import type { Command } from '@/lib/search/search-index'
import { stepLink } from './step-link'

/**
 * Returns whether a command changes anything here: it leads to another page, to a link that this page has, or to a choice
 * that is not the current one.
 * @param home address of "/" in the view of the page
 */
export function hasEffect(command: Command, home: string): boolean {
  if (command.kind === 'step') return stepLink(command.step) !== null
  if (command.kind === 'go')
    return addressIn(home, command.path) !== location.pathname + location.search + location.hash
  if (command.kind === 'prefer') {
    const button = `button[data-preference="${command.name}"][value="${command.choice}"]`
    return document.querySelector(button)?.ariaPressed !== 'true'
  }
  if (command.kind === 'convention')
    return command.choice !== (new URLSearchParams(location.search).get('convention') ?? 'arithmetic')
  return true
}
