import katex from 'katex'

/**
 * TeX as MathML, made on the server: the browser draws it with its own mathematics font, so that no style sheet, font or
 * script has to be loaded.
 */
export function Formula({ tex, isBlock = false }: { tex: string; isBlock?: boolean }) {
  const markup = katex.renderToString(tex, { output: 'mathml', displayMode: isBlock, throwOnError: true })
  const Tag = isBlock ? 'div' : 'span'
  // The markup is KaTeX's rendering of a formula of our own, never of data.
  return (
    <Tag
      className={isBlock ? 'overflow-x-auto py-2 text-body' : ''}
      {...{ dangerouslySetInnerHTML: { __html: markup } }}
    />
  )
}
