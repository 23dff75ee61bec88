import { notFound } from 'next/navigation'

/** Answers every address without a page of its own. */
export default function UnknownPage(): never {
  notFound()
}
