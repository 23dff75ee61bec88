import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { NOTE } from './styles'

/** Says what went wrong with a form; nothing when all went well. */
export function ProblemNote({ problem, view }: { problem: LoadProblem | null; view: View }) {
  if (problem === null) return null
  return (
    <p role="alert" data-problem={problem} style={NOTE} className="mt-5 max-w-[44em] bg-wash px-4 py-3 text-body">
      {translatorFor(view.locale)(`load.problem-${problem}`)}
    </p>
  )
}
