import { expect, it } from 'vitest'
import { Refusal } from '@/lib/boot/refusal'
import { collectProduct } from './collect-product'

it('fills only a folder that is empty', async () => {
  await expect(collectProduct('lib')).rejects.toThrow(
    new Refusal('lib is not empty: choose another folder, or empty it.'),
  )
})
