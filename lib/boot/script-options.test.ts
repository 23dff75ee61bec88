import { Command } from 'commander'
import { expect, it } from 'vitest'
import { Refusal } from './refusal'
import { scriptOptions } from './script-options'

const start = () => new Command('npm start')
const build = () => new Command('npm run build').option('--to <folder>')

it('returns the options that a script takes', () => {
  expect(scriptOptions(start(), [])).toEqual({})
  expect(scriptOptions(build(), ['--to', 'out'])).toEqual({ to: 'out' })
  expect(scriptOptions(build(), ['--to=out'])).toEqual({ to: 'out' })
})

it.each([
  [start, ['--port', '4000'], "npm start: unknown option '--port'. Settings are environment variables"],
  [start, ['--help'], "npm start: unknown option '--help'. Settings"],
  [start, ['4000'], 'npm start: too many arguments'],
  [build, ['--too', 'x'], "npm run build: unknown option '--too'. Settings"],
  [build, ['--to'], "npm run build: option '--to <folder>' argument missing. Settings"],
  [build, ['out'], 'npm run build: too many arguments'],
])('refuses other arguments in a sentence: %s %s', (script, args, sentence) => {
  const refused = () => scriptOptions(script(), args)
  expect(refused).toThrow(Refusal)
  expect(refused).toThrow(sentence)
})
