/**
 * Places for the nodes of a network by forces (Fruchterman and Reingold): linked ones attract, all repel each other, and the
 * middle attracts a little, so that small groups do not drift off. The same network gives the same places.
 * Returns a Map of id to {x, y}, both 0 to 1.
 */
export function layout(nodes, edges) {
  // a spiral to begin with: the most active in the middle
  const points = nodes.map((node, at) => ({id: node.id, x: Math.sqrt(at + 1) * Math.cos(at * 2.4), y: Math.sqrt(at + 1) * Math.sin(at * 2.4), dx: 0, dy: 0}));
  const byId = new Map(points.map((point) => [point.id, point]));
  const links = edges.map((edge) => [byId.get(edge.a), byId.get(edge.b), 1 + Math.log(edge.events)]).filter(([a, b]) => a && b && a !== b);
  const reach = 1.6;
  const far = (3 * reach) ** 2;
  const rounds = 400;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < points.length; i++) {
      const a = points[i];
      a.dx -= a.x * 0.12;
      a.dy -= a.y * 0.12;
      for (let j = i + 1; j < points.length; j++) {
        const b = points[j];
        const apart = (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
        if (apart > far) continue;
        const push = (reach * reach) / Math.max(0.01, apart);
        a.dx += (a.x - b.x) * push;
        a.dy += (a.y - b.y) * push;
        b.dx -= (a.x - b.x) * push;
        b.dy -= (a.y - b.y) * push;
      }
    }
    for (const [a, b, weight] of links) {
      const pull = (Math.hypot(a.x - b.x, a.y - b.y) / reach) * 0.05 * weight;
      a.dx -= (a.x - b.x) * pull;
      a.dy -= (a.y - b.y) * pull;
      b.dx += (a.x - b.x) * pull;
      b.dy += (a.y - b.y) * pull;
    }
    const most = 0.6 * (1 - round / rounds) + 0.005;
    for (const point of points) {
      const length = Math.hypot(point.dx, point.dy) || 1;
      const step = Math.min(length, most);
      point.x += (point.dx / length) * step;
      point.y += (point.dy / length) * step;
      point.dx = point.dy = 0;
    }
  }
  const [left, right] = [Math.min(...points.map(({x}) => x)), Math.max(...points.map(({x}) => x))];
  const [top, bottom] = [Math.min(...points.map(({y}) => y)), Math.max(...points.map(({y}) => y))];
  return new Map(points.map(({id, x, y}) => [id, {x: (x - left) / (right - left || 1), y: (y - top) / (bottom - top || 1)}]));
}
