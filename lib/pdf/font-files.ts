import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectFolder } from '@/lib/process/project-folder'

const FONTS = {
  'noto-sans-sc': ['400Regular', '500Medium', '700Bold'],
  'noto-serif-sc': ['400Regular'],
  'noto-sans-arabic': ['400Regular', '700Bold'],
  'noto-sans-hebrew': ['400Regular', '700Bold'],
}

/** Returns the paths of the fonts of the PDF, each in a folder of its own. */
export function fontFiles(): string[] {
  const { resolve: find } = createRequire(join(projectFolder(), 'package.json'))
  return Object.entries(FONTS).flatMap(([family, weights]) => {
    const folder = dirname(find(`@expo-google-fonts/${family}/package.json`))
    const name = family
      .split('-')
      .map((word) => (word === 'sc' ? 'SC' : word.charAt(0).toUpperCase() + word.slice(1)))
      .join('')
    return weights.map((weight) => join(folder, weight, `${name}_${weight}.ttf`))
  })
}
