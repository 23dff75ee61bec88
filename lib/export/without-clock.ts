/** The first moment that a ZIP archive can name, 1980-01-01 00:00: time and date as MS-DOS writes them, little-endian. */
const FIRST_MOMENT = 0x0021_0000

const END_OF_DIRECTORY = 0x0605_4b50
const ENTRY = 0x0201_4b50
const END_BYTES = 22

/**
 * Sets the time of every file in a ZIP archive to the same moment, in place, so that the same content has the same bytes
 * whenever and wherever it is written. Source of the layout: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 * @param archive one without a comment at its end
 * @throws RangeError when it is no such archive
 */
export function withoutClock(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.byteLength - END_BYTES
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new RangeError('this is no ZIP archive')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('the directory of the archive is damaged')
    view.setUint32(at + 12, FIRST_MOMENT, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_MOMENT, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}
