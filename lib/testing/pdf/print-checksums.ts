/** Prints the SHA-256 of what each PDF job of a JSON file makes, a line each. The argument is the path of the file. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { makePdf } from '@/lib/pdf/make-pdf'

for (const job of JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))) {
  console.log(createHash('sha256').update(makePdf(job).bytes).digest('hex'))
}
