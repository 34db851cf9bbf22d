// Fused CPU kernels for training a Llama-style model: bfloat16 activations (float32 with -DWIDE), a float32 residual
// stream, packed documents.
//
// Shapes: N tokens, d width, H heads of HEAD numbers each, f feed-forward width, V vocabulary.
// Matrices are row major.  qkv is [N, 3d]: queries, keys and values side by side.  Documents are packed one after
// another; document i holds tokens start[i] .. start[i + 1] - 1, and attention never crosses from one to another.
// Every function splits its work over OpenMP threads and writes each output from one thread only.
#include <cmath>
#include <cstdint>
#include <cstring>
#include <omp.h>
#include <vector>

static const int HEAD = 32;

#ifdef WIDE
typedef float act;
static inline float widen(act x) { return x; }
static inline act narrow(float value) { return value; }
#else
typedef uint16_t act;

static inline float widen(act x) {
    uint32_t bits = (uint32_t)x << 16;
    float value;
    memcpy(&value, &bits, 4);
    return value;
}

static inline act narrow(float value) {  // rounds to nearest even
    uint32_t bits;
    memcpy(&bits, &value, 4);
    bits += 0x7fff + ((bits >> 16) & 1);
    return (act)(bits >> 16);
}
#endif

// W floats at a time: one register of the processor (wider vectors would live in memory).
#ifdef __AVX512F__
static const int W = 16;
#else
static const int W = 8;
#endif
static const int U = 16 / W;      // vectors of sixteen numbers
typedef float vec __attribute__((vector_size(4 * W)));
typedef int32_t ivec __attribute__((vector_size(4 * W)));

static inline vec load(const float* p) {
    vec r;
    memcpy(&r, p, sizeof r);
    return r;
}

static inline void store(float* p, vec r) { memcpy(p, &r, sizeof r); }

// exp to about 1e-6, for values from -87 to 87: 2^round(t) times a polynomial of the rest.
static inline vec vexp(vec x) {
    x = x < -87.f ? (vec){} - 87.f : x;
    x = x > 87.f ? (vec){} + 87.f : x;
    vec t = x * 1.44269504f;
    vec whole = (t + 12582912.f) - 12582912.f;
    vec f = t - whole;
    vec p = f * 0.0013333558f + 0.0096181291f;
    p = p * f + 0.0555041087f;
    p = p * f + 0.2402265070f;
    p = p * f + 0.6931471806f;
    p = p * f + 1.f;
    ivec exponent = (__builtin_convertvector(whole, ivec) + 127) << 23;
    vec scale;
    memcpy(&scale, &exponent, sizeof scale);
    return p * scale;
}

static inline float sum_of(vec v) {
    float s = 0;
    for (int i = 0; i < W; i++) s += v[i];
    return s;
}

static inline float max_of(vec v) {
    float m = v[0];
    for (int i = 1; i < W; i++) m = v[i] > m ? v[i] : m;
    return m;
}

static inline void widen_row(const act* from, float* to, int n) {
    for (int k = 0; k < n; k++) to[k] = widen(from[k]);
}

static inline void narrow_row(const float* from, act* to, int n) {
    for (int k = 0; k < n; k++) to[k] = narrow(from[k]);
}

extern "C" {

void set_threads(int n) { omp_set_num_threads(n); }

// sum = x + y (y may be null); out = act(sum / rms(sum) * weight); inverse[i] = 1 / rms of row i.
void rms_forward(const float* x, const act* y, float* sum, const float* weight, act* out, float* inverse, int N, int d, float eps) {
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        const float* a = x + (size_t)i * d;
        float* o = sum + (size_t)i * d;
        float squares = 0;
        if (y) {
            const act* b = y + (size_t)i * d;
            for (int k = 0; k < d; k++) o[k] = a[k] + widen(b[k]);
        } else {
            memcpy(o, a, sizeof(float) * d);
        }
        vec acc = {};
        for (int k = 0; k < d; k += W) {
            vec v = load(o + k);
            acc += v * v;
        }
        squares = sum_of(acc);
        float r = 1.f / sqrtf(squares / d + eps);
        inverse[i] = r;
        act* q = out + (size_t)i * d;
        for (int k = 0; k < d; k++) q[k] = narrow(o[k] * r * weight[k]);
    }
}

// dx (+)= gradient through the norm of dy; dxb = act(dx); dweight accumulates.
void rms_backward(const float* x, const float* inverse, const float* weight, const act* dy, float* dx, act* dxb, float* dweight, int N, int d, int accumulate) {
    int threads = omp_get_max_threads();
    std::vector<float> partial((size_t)threads * d, 0.f);
#pragma omp parallel
    {
        float* mine = &partial[(size_t)omp_get_thread_num() * d];
        std::vector<float> g(d);
#pragma omp for schedule(static)
        for (int i = 0; i < N; i++) {
            const float* a = x + (size_t)i * d;
            float* o = dx + (size_t)i * d;
            act* ob = dxb + (size_t)i * d;
            float r = inverse[i];
            widen_row(dy + (size_t)i * d, g.data(), d);
            vec acc = {};
            for (int k = 0; k < d; k += W) acc += load(&g[k]) * load(weight + k) * load(a + k);
            float c = sum_of(acc) * r * r * r / d;
            for (int k = 0; k < d; k++) mine[k] += g[k] * a[k] * r;
            if (!accumulate) memset(o, 0, sizeof(float) * d);
            for (int k = 0; k < d; k++) o[k] += g[k] * weight[k] * r - a[k] * c;
            narrow_row(o, ob, d);
        }
    }
    for (int t = 0; t < threads; t++)
        for (int k = 0; k < d; k++) dweight[k] += partial[(size_t)t * d + k];
}

// out = silu(gate) * up, where gate_up is [N, 2f].
void swiglu_forward(const act* gate_up, act* out, int N, int f) {
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        const act *gate = gate_up + (size_t)i * 2 * f, *up = gate + f;
        act* o = out + (size_t)i * f;
        float tmp[W], g[W], u[W];
        for (int k = 0; k < f; k += W) {
            widen_row(gate + k, g, W);
            widen_row(up + k, u, W);
            vec x = load(g);
            store(tmp, x / (1.f + vexp(-x)) * load(u));
            narrow_row(tmp, o + k, W);
        }
    }
}

// In place: gate_up becomes its own gradient.
void swiglu_backward(act* gate_up, const act* dout, int N, int f) {
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        act *gate = gate_up + (size_t)i * 2 * f, *up = gate + f;
        const act* o = dout + (size_t)i * f;
        float g[W], u[W], w[W], tmp[W];
        for (int k = 0; k < f; k += W) {
            widen_row(gate + k, g, W);
            widen_row(up + k, u, W);
            widen_row(o + k, w, W);
            vec x = load(g), y = load(u), grad = load(w);
            vec s = 1.f / (1.f + vexp(-x));
            store(tmp, grad * y * s * (1.f + x * (1.f - s)));
            narrow_row(tmp, gate + k, W);
            store(tmp, grad * x * s);
            narrow_row(tmp, up + k, W);
        }
    }
}

// Rotates neighbouring pairs of queries and keys in qkv by the angles of position[i]; direction -1 undoes it.
void rope(act* qkv, const int* position, const float* cosine, const float* sine, int N, int H, float direction) {
    int d = H * HEAD, half = HEAD / 2;
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        const float *c = cosine + (size_t)position[i] * half, *s = sine + (size_t)position[i] * half;
        for (int m = 0; m < 2 * H; m++) {
            act* p = qkv + (size_t)i * 3 * d + (size_t)m * HEAD;
            for (int k = 0; k < half; k++) {
                float a = widen(p[2 * k]), b = widen(p[2 * k + 1]), sn = s[k] * direction;
                p[2 * k] = narrow(a * c[k] - b * sn);
                p[2 * k + 1] = narrow(a * sn + b * c[k]);
            }
        }
    }
}

// Causal attention.  out is [N, d]; lse [N, H] is the log of each row's sum of exponentials, kept for the way back.
// Four queries are worked on together; keys are transposed so that sixteen of them are compared at a time.
void attention_forward(const act* qkv, act* out, float* lse, const int* start, int documents, int H) {
    int d = H * HEAD;
    float scale = 1.f / sqrtf((float)HEAD);
#pragma omp parallel
    {
        std::vector<float> Q, KT, V, S;
#pragma omp for schedule(dynamic, 2)
        for (int task = 0; task < documents * H; task++) {
            int doc = task / H, h = task % H, b = start[doc], n = start[doc + 1] - b, np = (n + 15) & ~15, nq = (n + 3) & ~3;
            Q.assign((size_t)nq * HEAD, 0.f);
            V.assign((size_t)np * HEAD, 0.f);
            KT.assign((size_t)np * HEAD, 0.f);
            S.resize((size_t)np * 4);
            for (int i = 0; i < n; i++) {
                const act* p = qkv + (size_t)(b + i) * 3 * d + h * HEAD;
                for (int k = 0; k < HEAD; k++) {
                    Q[i * HEAD + k] = widen(p[k]) * scale;
                    KT[(size_t)k * np + i] = widen(p[d + k]);
                    V[i * HEAD + k] = widen(p[2 * d + k]);
                }
            }
            for (int i0 = 0; i0 < n; i0 += 4) {
                int width = (i0 + 4 + 15) & ~15;
                if (width > np) width = np;
                const float* q = &Q[(size_t)i0 * HEAD];
                float* s = S.data();
                for (int j0 = 0; j0 < width; j0 += 16) {
                    vec a[4][U] = {};
                    for (int k = 0; k < HEAD; k++)
                        for (int u = 0; u < U; u++) {
                            vec key = load(&KT[(size_t)k * np + j0 + u * W]);
                            for (int r = 0; r < 4; r++) a[r][u] += q[r * HEAD + k] * key;
                        }
                    for (int r = 0; r < 4; r++)
                        for (int u = 0; u < U; u++) store(s + (size_t)r * np + j0 + u * W, a[r][u]);
                }
                float over[4];
                for (int r = 0; r < 4; r++) {
                    float* w = s + (size_t)r * np;
                    int m = i0 + r + 1 > n ? n : i0 + r + 1;
                    for (int j = m; j < width; j++) w[j] = -1e30f;
                    vec top = load(w);
                    for (int j = W; j < width; j += W) {
                        vec x = load(w + j);
                        top = top > x ? top : x;
                    }
                    float highest = max_of(top);
                    vec total = {};
                    for (int j = 0; j < width; j += W) {
                        vec e = vexp(load(w + j) - highest);
                        store(w + j, e);
                        total += e;
                    }
                    float z = sum_of(total);
                    for (int j = m; j < width; j++) w[j] = 0.f;
                    if (i0 + r < n) lse[(size_t)(b + i0 + r) * H + h] = highest + logf(z);
                    over[r] = 1.f / z;
                }
                int last = i0 + 4 < n ? i0 + 4 : n;
                for (int h0 = 0; h0 < HEAD; h0 += 16) {
                    vec c[4][U] = {};
                    for (int j = 0; j < last; j++)
                        for (int u = 0; u < U; u++) {
                            vec v = load(&V[j * HEAD + h0 + u * W]);
                            for (int r = 0; r < 4; r++) c[r][u] += s[(size_t)r * np + j] * v;
                        }
                    for (int r = 0; r < 4 && i0 + r < n; r++) {
                        float tmp[16];
                        for (int u = 0; u < U; u++) store(tmp + u * W, c[r][u] * over[r]);
                        narrow_row(tmp, out + (size_t)(b + i0 + r) * d + h * HEAD + h0, 16);
                    }
                }
            }
        }
    }
}

void attention_backward(const act* qkv, const act* out, const act* dout, const float* lse, act* dqkv, const int* start, int documents, int H) {
    int d = H * HEAD;
    float scale = 1.f / sqrtf((float)HEAD);
#pragma omp parallel
    {
        std::vector<float> Q, K, KT, VT, G, dK, dV, S, D;
#pragma omp for schedule(dynamic, 2)
        for (int task = 0; task < documents * H; task++) {
            int doc = task / H, h = task % H, b = start[doc], n = start[doc + 1] - b, np = (n + 15) & ~15, nq = (n + 3) & ~3;
            Q.assign((size_t)nq * HEAD, 0.f);
            G.assign((size_t)nq * HEAD, 0.f);
            K.assign((size_t)np * HEAD, 0.f);
            KT.assign((size_t)np * HEAD, 0.f);
            VT.assign((size_t)np * HEAD, 0.f);
            dK.assign((size_t)np * HEAD, 0.f);
            dV.assign((size_t)np * HEAD, 0.f);
            S.resize(4 * np);
            D.resize(4 * np);
            for (int i = 0; i < n; i++) {
                const act* p = qkv + (size_t)(b + i) * 3 * d + h * HEAD;
                const act* g = dout + (size_t)(b + i) * d + h * HEAD;
                for (int k = 0; k < HEAD; k++) {
                    Q[i * HEAD + k] = widen(p[k]) * scale;
                    float key = widen(p[d + k]);
                    K[i * HEAD + k] = key;
                    KT[(size_t)k * np + i] = key;
                    VT[(size_t)k * np + i] = widen(p[2 * d + k]);
                    G[i * HEAD + k] = widen(g[k]);
                }
            }
            for (int i0 = 0; i0 < n; i0 += 4) {
                int width = (i0 + 4 + 15) & ~15;
                if (width > np) width = np;
                const float *q = &Q[(size_t)i0 * HEAD], *g = &G[(size_t)i0 * HEAD];
                float *s = S.data(), *e = D.data();
                float inner[4], norm[4];
                for (int r = 0; r < 4; r++) {
                    inner[r] = 0;
                    norm[r] = 0;
                    if (i0 + r < n) {
                        const act* po = out + (size_t)(b + i0 + r) * d + h * HEAD;
                        for (int k = 0; k < HEAD; k++) inner[r] += g[r * HEAD + k] * widen(po[k]);
                        norm[r] = lse[(size_t)(b + i0 + r) * H + h];
                    }
                }
                for (int j0 = 0; j0 < width; j0 += W) {
                    vec a[4] = {}, c[4] = {};
                    for (int k = 0; k < HEAD; k++) {
                        vec key = load(&KT[(size_t)k * np + j0]), val = load(&VT[(size_t)k * np + j0]);
                        for (int r = 0; r < 4; r++) {
                            a[r] += q[r * HEAD + k] * key;
                            c[r] += g[r * HEAD + k] * val;
                        }
                    }
                    for (int r = 0; r < 4; r++) {
                        vec p = vexp(a[r] - norm[r]);
                        store(s + (size_t)r * np + j0, p);
                        store(e + (size_t)r * np + j0, p * (c[r] - inner[r]));
                    }
                }
                for (int r = 0; r < 4; r++)
                    for (int j = i0 + r < n ? i0 + r + 1 : 0; j < width; j++) s[(size_t)r * np + j] = e[(size_t)r * np + j] = 0;
                int last = i0 + 4 < n ? i0 + 4 : n;
                for (int h0 = 0; h0 < HEAD; h0 += W) {
                    vec dq[4] = {}, qs[4], gs[4];
                    for (int r = 0; r < 4; r++) {
                        qs[r] = load(q + r * HEAD + h0);
                        gs[r] = load(g + r * HEAD + h0);
                    }
                    for (int j = 0; j < last; j++) {
                        vec key = load(&K[j * HEAD + h0]), x = load(&dK[j * HEAD + h0]), y = load(&dV[j * HEAD + h0]);
                        for (int r = 0; r < 4; r++) {
                            float ds = e[(size_t)r * np + j];
                            dq[r] += ds * key;
                            x += ds * qs[r];
                            y += s[(size_t)r * np + j] * gs[r];
                        }
                        store(&dK[j * HEAD + h0], x);
                        store(&dV[j * HEAD + h0], y);
                    }
                    for (int r = 0; r < 4 && i0 + r < n; r++) {
                        float tmp[W];
                        store(tmp, dq[r] * scale);
                        narrow_row(tmp, dqkv + (size_t)(b + i0 + r) * 3 * d + h * HEAD + h0, W);
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                act* pk = dqkv + (size_t)(b + i) * 3 * d + d + h * HEAD;
                narrow_row(&dK[i * HEAD], pk, HEAD);
                narrow_row(&dV[i * HEAD], pk + d, HEAD);
            }
        }
    }
}

// logits [N, V] become their own gradient, scaled by weight * inverse_total; loss[i] is the weighted loss of row i.
// V must be a multiple of 16.  smoothing: share of the target spread evenly over the vocabulary.
void cross_entropy(act* logits, const int* target, const float* weight, float inverse_total, float smoothing, float* loss, int N, int V) {
#pragma omp parallel
    {
        std::vector<float> e(V);
#pragma omp for schedule(static)
        for (int i = 0; i < N; i++) {
            act* p = logits + (size_t)i * V;
            loss[i] = 0;
            if (weight[i] == 0.f) {
                memset(p, 0, sizeof(act) * V);
                continue;
            }
            widen_row(p, e.data(), V);
            vec top = load(&e[0]), all = {};
            for (int k = 0; k < V; k += W) {
                vec x = load(&e[k]);
                top = top > x ? top : x;
                all += x;
            }
            float highest = max_of(top), right = e[target[i]], mean = sum_of(all) / V;
            vec total = {};
            for (int k = 0; k < V; k += W) {
                vec x = vexp(load(&e[k]) - highest);
                store(&e[k], x);
                total += x;
            }
            float z = sum_of(total);
            loss[i] = (logf(z) + highest - (1 - smoothing) * right - smoothing * mean) * weight[i];
            float s = weight[i] * inverse_total / z, even = weight[i] * inverse_total * smoothing / V;
            for (int k = 0; k < V; k++) e[k] = e[k] * s - even;
            e[target[i]] -= weight[i] * inverse_total * (1 - smoothing);
            narrow_row(e.data(), p, V);
        }
    }
}

void embedding_forward(const float* table, const int* tokens, float* x, int N, int d) {
#pragma omp parallel for
    for (int i = 0; i < N; i++) memcpy(x + (size_t)i * d, table + (size_t)tokens[i] * d, sizeof(float) * d);
}

// Each thread owns some columns, so rows of the same token never race.  d must be a multiple of 16.
void embedding_backward(float* dtable, const int* tokens, const float* dx, int N, int d) {
#pragma omp parallel
    {
        int threads = omp_get_num_threads(), t = omp_get_thread_num();
        int from = (int)((long)d * t / threads) & ~15, to = t == threads - 1 ? d : ((int)((long)d * (t + 1) / threads) & ~15);
        for (int i = 0; i < N; i++) {
            float* e = dtable + (size_t)tokens[i] * d;
            const float* g = dx + (size_t)i * d;
            for (int k = from; k < to; k++) e[k] += g[k];
        }
    }
}
}
