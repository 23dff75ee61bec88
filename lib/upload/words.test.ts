import { expect, it } from 'vitest'
import { FAULT_RULES, type FaultRule } from '@/lib/import/outcome/fault'
import { ACCEPTABLE, holdSentence } from '@/lib/import/outcome/hold'
import { translatorFor } from '@/lib/messages/translate'

const t = translatorFor('en')

it('says of a file in English what the command says', () => {
  for (const rule of Object.keys(FAULT_RULES) as FaultRule[]) {
    expect(t(`load.fault-${rule}`), rule).toBe(FAULT_RULES[rule])
  }
  for (const rule of ACCEPTABLE) expect(t(`load.finding-${rule}`), rule).toBe(holdSentence(rule))
})
