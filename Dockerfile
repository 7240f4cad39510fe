FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Our own script alone: it removes what the SDK's packages were tested with.
RUN npm ci --omit=dev --ignore-scripts && npm run --silent postinstall

FROM node:26-slim
ENV NODE_ENV=production
ENV DATA_DIR=/data
# Threads share two places of memory instead of keeping one each: ten megabytes less beside many conversations.
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
# .dockerignore names what comes along.
COPY . .
# The user `node` of the image; nothing but this folder need be writable.
RUN install -d -m 700 -o 1000 -g 1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bot/main.js"]
