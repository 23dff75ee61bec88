/** Prisma's own schema engine in its WebAssembly build: the same migrations, without downloading a native program. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { SESSION_OPTIONS } from '@/lib/db/session-options'

/** Runs `use` with an engine on the database at `databaseUrl`, and closes both. */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  use: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadWasm()
  // The engine's advisory lock belongs to a connection, so only one may exist.
  const pool = new Pool({ connectionString: databaseUrl, options: SESSION_OPTIONS, max: 1 })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new ScriptAdapterFactory(pool))
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
    return await use(engine).finally(() => engine.free())
  } finally {
    await pool.end()
  }
}

/** Sends a complete script. Prisma's adapter splits it at every semicolon, even in function bodies and comments. */
class ScriptAdapterFactory extends PrismaPg {
  readonly #pool: Pool

  constructor(pool: Pool) {
    super(pool)
    this.#pool = pool
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await this.#pool.query(script)
    }
    return adapter
  }
}

/** The bindings hold one instance for the process, so copies of this module share the instance too. */
const shared: typeof globalThis & { factorWeeklySchemaEngine?: Promise<void> } = globalThis

function loadWasm(): Promise<void> {
  shared.factorWeeklySchemaEngine ??= instantiate()
  return shared.factorWeeklySchemaEngine
}

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports() })
  bindings.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start !== 'function') throw new Error('The schema engine has no entry point.')
  start()
}

/**
 * Returns the JavaScript functions that the engine imports. Its timers must not keep Node alive: the 10 s limit of its
 * lock still runs after its work is done.
 */
function imports(): WebAssembly.ModuleImports {
  const wrapped = Object.entries(bindings).map(([name, given]) => {
    const isTimer = name.startsWith('__wbg_setTimeout_') && typeof given === 'function'
    return [name, isTimer ? (...args: unknown[]) => unref(Reflect.apply(given, undefined, args)) : given]
  })
  return Object.fromEntries(wrapped)
}

function unref(timer: unknown): unknown {
  return timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function' ? timer.unref() : timer
}
