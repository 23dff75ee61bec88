'use client'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { TARGET } from './styles'

/** Shows a field for several files, onto which they can be dropped too, and their names and sizes. */
export function FileField({ id, label, drop }: { id: string; label: string; drop: string }) {
  const [files, setFiles] = useState<File[]>([])
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = () => setFiles([...(input.current?.files ?? [])])
  // Files may have been chosen before this script ran.
  useEffect(() => setFiles([...(input.current?.files ?? [])]), [])

  function accept(event: DragEvent<HTMLDivElement>) {
    event.preventDefault()
    setIsOver(false)
    const { files: dropped } = event.dataTransfer
    if (input.current === null || dropped.length === 0) return
    input.current.files = dropped
    take()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer drops files here; the field inside takes them by key.
    <div
      className={`max-w-[44em] border border-rule px-4 py-6 text-body ${isOver ? 'bg-wash' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={accept}
    >
      <label htmlFor={id} className="block font-bold">
        {label}
      </label>
      <p className="mt-1 text-ink-2 noscript:hidden">{drop}</p>
      <input
        ref={input}
        id={id}
        name="file"
        type="file"
        multiple
        required
        onChange={take}
        style={TARGET}
        className="mt-3 block w-full py-2"
      />
      {files.length > 0 && (
        <ul className="mt-2 text-note">
          {files.map(({ name, size }) => (
            <li key={name} className="wrap-anywhere">
              <bdi>{name}</bdi>{' '}
              <span className="ml-2 text-ink-2">{Math.ceil(size / 1_000).toLocaleString('en-US')} kB</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
