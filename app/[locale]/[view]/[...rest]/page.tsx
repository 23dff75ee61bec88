import { notFound } from 'next/navigation'

/** Every address that no other page claims. */
export default function UnknownPage(): never {
  notFound()
}
