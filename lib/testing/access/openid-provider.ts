/** An OpenID provider on loopback, by the package oidc-provider, at which one person is signed in already. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { z } from 'zod'

/** What the provider says about the person who is signed in there. */
export interface Claims {
  sub: string
  email: string
  email_verified: boolean
  name: string
}

export interface OpenIdProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Changes who is signed in. */
  as(claims: Claims): void
  /** Goes the way of a browser from an address of the provider to the one to which it sends back. */
  follow(address: string): Promise<string>
  close(): Promise<void>
}

const CLIENT = { clientId: 'factor-weekly', clientSecret: 'a secret of the client' }
const SCOPE = 'openid email profile'

/** Starts a provider that sends back to one address. */
export async function startProvider(redirectUri: string): Promise<OpenIdProvider> {
  let person: Claims = { sub: '', email: '', email_verified: false, name: '' }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const issuer = `http://127.0.0.1:${port}`
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['one key of a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...person }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const finish = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionFinished(request, response, { login: { accountId: person.sub, remember: false } })
  server.on('request', (request, response) =>
    request.url?.startsWith('/interaction/') ? void finish(request, response) : void answer(request, response),
  )
  return {
    issuer,
    ...CLIENT,
    as: (claims) => {
      person = claims
    },
    follow: (address) => followFrom(address, issuer),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const REDIRECTS_MAX = 10

async function followFrom(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let round = 0; round < REDIRECTS_MAX && next.startsWith(issuer); round += 1) {
    const headers = { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
    const answer = await fetch(next, { redirect: 'manual', headers })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next).href
  }
  return next
}
