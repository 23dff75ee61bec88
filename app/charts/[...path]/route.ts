import { isReadable } from '@/lib/address/readable-version'
import { renamedChart } from '@/lib/address/renamed-address'
import { aliasesInScope } from '@/lib/db/queries/scope/aliases-in-scope'
import { figureFile } from '@/lib/export/figure-file'
import { getFigureCaption } from '@/lib/figures/get-figure-caption'
import { getFigureRows } from '@/lib/figures/get-figure-rows'
import { getSheetFigures } from '@/lib/figures/get-sheet-figures'
import { movedTo } from '@/lib/http/moved-to'
import { answerOrTryLater } from '@/lib/http/plain-text'
import { answerChart, type ChartSource } from '@/lib/pictures/answer-chart'

const SOURCE: ChartSource = {
  figure: async (request) => ((await isReadable(request.version)) ? getFigureRows(request) : null),
  sheet: async (request) => ((await isReadable(request.version)) ? getSheetFigures(request) : null),
  caption: getFigureCaption,
  table: figureFile,
}

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  return answerOrTryLater('The chart', async () => {
    const renamed = renamedChart(path, await aliasesInScope())
    return renamed === null ? answerChart(request, path, SOURCE) : movedTo(`/charts/${renamed.join('/')}`)
  })
}
