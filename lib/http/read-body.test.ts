import { expect, it } from 'vitest'
import { readBody } from './read-body'

const LIMITS = { what: 'a form', bytesMax: 10 }

function post(body: BodyInit | null): Request {
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)
}

/** Returns a body of pieces of six bytes without an end, and how many were read of it. */
function endless() {
  const read = { pieces: 0, isCancelled: false }
  const body = new ReadableStream({
    pull: (controller) => {
      read.pieces += 1
      controller.enqueue(new Uint8Array(6))
    },
    cancel: () => {
      read.isCancelled = true
    },
  })
  return { body, read }
}

it('reads a body up to its limit', async () => {
  expect((await readBody(post('0123456789'), LIMITS)).toString()).toBe('0123456789')
})

it('refuses an absent body', async () => {
  await expect(readBody(post(null), LIMITS)).rejects.toMatchObject({
    status: 400,
    message: 'Send a form as the body of the request.',
  })
})

it('reads no more than it must of a body that is too large', async () => {
  const { body, read } = endless()
  await expect(readBody(post(body), LIMITS)).rejects.toMatchObject({ status: 413 })
  expect(read.isCancelled).toBe(true)
  expect(read.pieces).toBeLessThan(6)
})

it('refuses a body that announces to be too large before any of it has arrived', async () => {
  const body = new ReadableStream()
  const announced = new Request('http://localhost/', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-length': '11' },
  } as RequestInit)
  await expect(readBody(announced, LIMITS)).rejects.toMatchObject({ status: 413 })
})

it('refuses a body that does not arrive', async () => {
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) })
  await expect(readBody(post(body), { ...LIMITS, timeMaxMs: 50 })).rejects.toMatchObject({ status: 408 })
})

it('refuses a body that is cut', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })
  await expect(readBody(post(body), LIMITS)).rejects.toMatchObject({ status: 400 })
})
