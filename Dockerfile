# Builds the product, then keeps only what a running one needs. lib/boot/operation/README.md says how to run it.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN npm run build -- --to /product

# Debian with the program node alone: the image of Node brings npm and yarn, too.
FROM debian:bookworm-slim
# AUTH=public: whoever reaches the port may read what is published, and changes nothing without a token; AUTH=accounts asks
# everybody to sign in.
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    AUTH=public \
    PORT=3000 \
    CACHE_DIR=/var/cache/factor-weekly \
    LOG_FORMAT=json
RUN useradd --uid 1000 --no-create-home --shell /usr/sbin/nologin factor-weekly \
 && install -d -o 1000 -g 1000 /var/cache/factor-weekly
WORKDIR /app
COPY --from=build /usr/local/bin/node /usr/local/bin/node
# The files belong to root: the product can read them, and not change them.
COPY --from=build /product ./
USER 1000:1000
EXPOSE 3000
VOLUME /var/cache/factor-weekly
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/boot/bootstrap.mjs", "start"]
