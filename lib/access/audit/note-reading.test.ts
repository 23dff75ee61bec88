import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { registry } from '@/lib/monitoring/registry'
import { emptyStore } from '@/lib/testing/database/test-store'
import type { Actor } from './actor'
import { noteReading, writeReadings } from './note-reading'

emptyStore()

/** At the beginning of an hour, none ends during a test. */
beforeEach(() => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  vi.setSystemTime(new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const person = (id: string): Actor => ({ kind: 'person', id, address: '192.0.2.7' })
const recorded = async (id: string) =>
  (await prisma.auditEvent.findMany({ where: { actorId: id }, orderBy: { id: 'asc' } })).map(
    ({ action, subject, address }) => [action, subject, address],
  )

it('is one event for each person, address and hour, in whatever language and however often', async () => {
  const reader = person('reader')
  for (const url of [
    '/en/weeks/2024-08-30',
    '/weeks/2024-08-30?chart=legs',
    '/weeks/2024-08-30/report.pdf',
    '/factors/skewness',
    '/weeks/2024-08-30/mail.eml',
    '/api/v1/factors.json',
  ]) {
    noteReading(reader, url)
  }
  await writeReadings()
  noteReading(reader, '/weeks/2024-08-30')
  await writeReadings()
  expect(await recorded('reader')).toEqual([
    ['opened', '/weeks/2024-08-30', null],
    ['downloaded', '/weeks/2024-08-30/report.pdf', null],
    ['opened', '/factors/skewness', null],
    ['downloaded', '/weeks/2024-08-30/mail.eml', null],
    ['downloaded', '/api/v1/factors.json', null],
  ])
  expect(await prisma.auditSeal.count()).toBe(5)
})

it('is not written twice by two instances, of which each knows its own readings alone', async () => {
  await prisma.auditEvent.create({
    data: { actorKind: 'person', actorId: 'shared', action: 'opened', subject: '/factors/a' },
  })
  noteReading(person('shared'), '/factors/a')
  noteReading(person('shared'), '/factors/b')
  await writeReadings()
  expect((await recorded('shared')).map(([, subject]) => subject)).toEqual(['/factors/a', '/factors/b'])
})

it('has neither who is nobody, nor pictures, lists and other pages', async () => {
  const before = await prisma.auditEvent.count()
  noteReading({ kind: 'unknown', id: null, address: null }, '/weeks/2024-08-30')
  for (const url of ['/charts/v1/a/legs/b/wide.svg', '/factors', '/weeks', '/methodology', '/api/auth/sign-in']) {
    noteReading(person('other'), url)
  }
  await writeReadings()
  expect(await prisma.auditEvent.count()).toBe(before)
})

it('is lost when it cannot be written, which is counted and logged, and nothing waits for it', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(prisma, '$transaction').mockRejectedValue(new Error('the database is away'))
  const lost = async () => {
    const metric = await registry.getSingleMetric('factor_weekly_audit_events_lost_total')?.get()
    return z.number().parse(metric?.values[0]?.value)
  }
  const before = await lost()
  noteReading(person('unlucky'), '/factors/a')
  noteReading(person('unlucky'), '/factors/b')
  await writeReadings()
  expect(await lost()).toBe(before + 2)
  expect(logged.mock.calls.join()).toContain('The audit lost 2 events about readings')
  for (let number = 0; number < 2_001; number += 1) noteReading(person('flood'), `/factors/series-${number}`)
  expect(await lost()).toBe(before + 3)
  await writeReadings()
})
