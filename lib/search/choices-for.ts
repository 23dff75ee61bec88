import { isoWeekOf } from '@/lib/base/dates'
import { findWeeks } from './find-weeks'
import { matchTerms } from './match-terms'
import { type Command, GROUPS, type Group, type SearchIndex } from './search-index'

export interface Choice {
  /** Unique in the list. */
  id: string
  label: string
  note: string
  command: Command
}

export interface ChoiceGroup {
  name: Group
  choices: Choice[]
  /** Number of further choices that are not shown. */
  left: number
}

/** Choices shown of a group that grows with the data. */
const CHOICES_MAX = 8
const GROWING: readonly Group[] = ['weeks', 'factors', 'portfolios', 'definitions']

/**
 * Returns the choices that match the typed text, best groups first. An empty text gives some of each group except
 * weeks.
 */
export function choicesFor(index: SearchIndex, typed: string): ChoiceGroup[] {
  const weeks = findWeeks(index.weeks, typed)
  const found = index.entries
    .map((entry, position) => ({ ...entry, id: String(position), score: matchTerms(entry.terms, typed) ?? Infinity }))
    .filter(({ score }) => score < Infinity)
    .sort((a, b) => a.score - b.score)
  // A typed week comes first.
  const bestOf = (group: Group) => found.find((entry) => entry.group === group)?.score ?? Number.NEGATIVE_INFINITY
  return GROUPS.map((name) => ({
    name,
    all: name === 'weeks' ? weeks.map(weekChoice(index)) : found.filter(({ group }) => group === name),
  }))
    .filter(({ all }) => all.length > 0)
    .sort((a, b) => bestOf(a.name) - bestOf(b.name))
    .map(({ name, all }) => {
      const choices = GROWING.includes(name) ? all.slice(0, CHOICES_MAX) : all
      return { name, choices: choices.map(plain), left: all.length - choices.length }
    })
}

function plain({ id, label, note, command }: Choice): Choice {
  return { id, label, note, command }
}

/** Returns a function that makes the choice of a week, or of a day whose week has no report. */
function weekChoice({ weeks, words }: SearchIndex): (asOf: string) => Choice {
  return (asOf) => {
    const { year, week } = isoWeekOf(asOf)
    const isReported = weeks.includes(asOf)
    return {
      id: asOf,
      label: isReported
        ? words.week.replace('{year}', String(year)).replace('{week}', String(week))
        : words.weekOf.replace('{date}', asOf),
      note: isReported ? words.to.replace('{date}', asOf) : '',
      command: { kind: 'go', path: `/weeks/${asOf}` },
    }
  }
}
