# Builds Dateline and runs its server as somebody without rights, on port 4400. See docs/operations.md.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production DATELINE_DATABASE=/data/ledger
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/bin ./bin
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/collections ./collections
RUN mkdir /data && chown node:node /data && ln -s /app/bin/dateline.js /usr/local/bin/dateline
USER node
VOLUME /data
EXPOSE 4400
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
  CMD node -e "fetch('http://127.0.0.1:4400/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# Told to stop, it finishes what is in hand: give it time (docker stop -t 40).
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/bin/dateline.js"]
CMD ["serve", "--host", "0.0.0.0"]
