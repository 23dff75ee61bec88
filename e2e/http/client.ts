/** Reads the instance under test as a browser without scripts does: opens pages, follows links, sends forms. */
import { parseHTML } from 'linkedom'

export const BASE_URL = process.env.INSTANCE_URL ?? 'http://localhost:3000'

/** The server may close a kept connection just when the next request uses it. */
const OWN_CONNECTION = { connection: 'close' }

export interface HtmlPage {
  /** Path and query, after any redirect. */
  address: string
  status: number
  headers: Headers
  document: Document
}

interface PageRequest {
  cookie?: string
  /** Address of an instance other than the default one. */
  baseUrl?: string
}

const openedPages = new Map<string, Promise<HtmlPage>>()

/** A parsed page takes some megabytes. */
const MAX_OPENED_PAGES = 40

/** Opens a page and follows redirects. A page is always the same, so it is read once. */
export function getPage(path: string, { cookie = '', baseUrl = BASE_URL }: PageRequest = {}): Promise<HtmlPage> {
  const key = JSON.stringify([baseUrl, path, cookie])
  const opened = openedPages.get(key) ?? openPage(new URL(path, baseUrl), cookie)
  openedPages.set(key, opened)
  const [oldest = ''] = openedPages.keys()
  if (openedPages.size > MAX_OPENED_PAGES) openedPages.delete(oldest)
  return opened
}

/** Requests anything but a page. Does not follow redirects. */
export async function getAnswer(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const answer = await fetch(new URL(path, BASE_URL), {
    headers: { ...headers, ...OWN_CONNECTION },
    method,
    redirect: 'manual',
  })
  // A body that is not read would keep its connection open.
  const body = await answer.arrayBuffer()
  return new Response(body.byteLength === 0 ? null : body, { status: answer.status, headers: answer.headers })
}

/** Returns the body of an answer of status 200. */
export async function getBytes(path: string): Promise<Buffer> {
  const answer = await getAnswer(path)
  if (answer.status !== 200) throw new Error(`${path} has status ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** Opens the page that a link leads to. */
export function followLink(page: HtmlPage, link: Element): Promise<HtmlPage> {
  const { pathname, search } = new URL(hrefOf(link), new URL(page.address, BASE_URL))
  return getPage(pathname + search)
}

/** Submits a form of method GET, with the fields of the page except `values`, and opens the resulting page. */
export function submitForm(page: HtmlPage, form: Element, values: Record<string, string>): Promise<HtmlPage> {
  const fields = [...form.querySelectorAll('input[name], select[name]')]
  const query = new URLSearchParams()
  for (const field of fields) {
    const name = field.getAttribute('name') ?? ''
    query.append(name, values[name] ?? fieldValue(field))
  }
  const unknown = Object.keys(values).filter((name) => !query.has(name))
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(', ')}`)
  const { pathname } = new URL(form.getAttribute('action') ?? '', new URL(page.address, BASE_URL))
  return getPage(`${pathname}?${query}`)
}

function fieldValue(field: Element): string {
  if (field.tagName !== 'SELECT') return field.getAttribute('value') ?? ''
  const option = field.querySelector('option[selected]') ?? field.querySelector('option')
  return option?.getAttribute('value') ?? ''
}

/** Returns the one element of a selector. Throws when there is none or more than one. */
export function find(root: ParentNode, selector: string): Element {
  const [element, ...more] = root.querySelectorAll(selector)
  if (!element || more.length > 0) throw new Error(`${more.length + (element ? 1 : 0)} elements are ${selector}`)
  return element
}

/** Returns the links with a name, which is their label or their text. */
export function linksNamed(root: ParentNode, name: string | RegExp): Element[] {
  const isNamed = (link: Element) => {
    const own = (link.getAttribute('aria-label') ?? textOf(link)).trim()
    return typeof name === 'string' ? own === name : name.test(own)
  }
  return [...root.querySelectorAll('a[href]')].filter(isNamed)
}

/** Returns the first link with a name. Throws when there is none. */
export function linkNamed(root: ParentNode, name: string | RegExp): Element {
  const [link] = linksNamed(root, name)
  if (!link) throw new Error(`no link is named ${name}`)
  return link
}

export function hrefOf(link: Element | null | undefined): string {
  return link?.getAttribute('href') ?? ''
}

export function hrefsIn(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(hrefOf)
}

/** Returns the text of an element, each run of white space as one space. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

export function textsIn(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(textOf)
}

/** Returns an attribute of each element of a selector. Its name has the spelling of React: srcSet, not srcset. */
export function attributesIn(root: ParentNode, selector: string, attribute: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '')
}

async function openPage(url: URL, cookie: string): Promise<HtmlPage> {
  const response = await fetch(url, { headers: { ...(cookie === '' ? {} : { cookie }), ...OWN_CONNECTION } })
  const { pathname, search } = new URL(response.url)
  return {
    address: pathname + search,
    status: response.status,
    headers: response.headers,
    document: parseHTML(await response.text()).document,
  }
}
