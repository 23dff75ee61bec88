-- The product of numbers, as sum() is their sum: how much a leg grew over a window is the product of 1 + its daily returns.
-- Parts of a window may be multiplied in parallel. Prisma cannot express it.

CREATE OR REPLACE AGGREGATE "product"(DOUBLE PRECISION) (
    SFUNC = float8mul,
    STYPE = DOUBLE PRECISION,
    INITCOND = '1',
    COMBINEFUNC = float8mul,
    PARALLEL = SAFE
);
