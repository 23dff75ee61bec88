-- Texts of weeks: what a desk writes of them. Each save is a row with the next revision of its week, which is never changed.

-- CreateTable
CREATE TABLE "week_text" (
    "id" INTEGER NOT NULL,
    "market" TEXT NOT NULL,
    "window_kind" TEXT NOT NULL DEFAULT 'week',
    "as_of" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "week_text_pkey" PRIMARY KEY ("market", "window_kind", "as_of", "revision")
);

-- CreateIndex
CREATE UNIQUE INDEX "week_text_id_key" ON "week_text"("id");

-- AddForeignKey
ALTER TABLE "week_text" ADD CONSTRAINT "week_text_version_fkey" FOREIGN KEY ("version") REFERENCES "data_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what Prisma cannot express.
ALTER TABLE "week_text"
    ADD CONSTRAINT "week_text_window_kind_check" CHECK ("window_kind" IN ('week', 'month', 'quarter')),
    ADD CONSTRAINT "week_text_as_of_check" CHECK (isfinite("as_of")),
    ADD CONSTRAINT "week_text_content_check" CHECK (jsonb_typeof("content") = 'object');

-- By hand: a text follows the newest one of its week, and has the next number of all.
CREATE FUNCTION "check_next_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."id" <> 1 + (SELECT coalesce(max("id"), 0) FROM "week_text") THEN
        RAISE EXCEPTION 'text % is not the next one', NEW."id" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."revision" <> 1 + (SELECT coalesce(max("revision"), 0) FROM "week_text"
        WHERE "market" = NEW."market" AND "window_kind" = NEW."window_kind" AND "as_of" = NEW."as_of") THEN
        RAISE EXCEPTION 'revision % of % is not its next one', NEW."revision", NEW."as_of" USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "week_text_next" BEFORE INSERT ON "week_text"
    FOR EACH ROW EXECUTE FUNCTION "check_next_text"();
CREATE TRIGGER "week_text_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "week_text"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- By hand: no role has the right to change a text, the owner of the table included, as with editions.
DO $$
DECLARE
    "own" RECORD;
BEGIN
    FOR "own" IN
        SELECT DISTINCT "grantee" FROM "information_schema"."role_table_grants"
        WHERE "table_schema" = current_schema() AND "table_name" = 'week_text'
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON "week_text" FROM %s',
            CASE "own"."grantee" WHEN 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident("own"."grantee") END);
    END LOOP;
END $$;
