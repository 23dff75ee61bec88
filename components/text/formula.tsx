import katex from 'katex'

/**
 * Shows TeX as MathML, made on the server: the browser draws it with its own mathematics font and needs no style sheet,
 * font or script.
 */
export function Formula({ tex, isBlock = false }: { tex: string; isBlock?: boolean }) {
  const markup = katex.renderToString(tex, { output: 'mathml', displayMode: isBlock, throwOnError: true })
  const Tag = isBlock ? 'div' : 'span'
  // The markup is KaTeX's output for a formula in the code and contains no data.
  return (
    <Tag
      className={isBlock ? 'overflow-x-auto py-2 text-body' : ''}
      {...{ dangerouslySetInnerHTML: { __html: markup } }}
    />
  )
}
