/*
 * What a script can add to pages that do without one: words kept on the device while they are typed, a hint at vague
 * words, a bar while a file goes up, the end of a visit at the touch screen. In the language of browsers of ten years
 * ago; each part asks first whether the browser can do it.
 */
(function (w, d) {
  'use strict'
  var root = d.documentElement
  var prefix = 'zhiqing:'
  var most = 30 * 24 * 3600 * 1000

  function all(selector, from) {
    return Array.prototype.slice.call((from || d).querySelectorAll(selector))
  }

  function make(tag, className, text) {
    var e = d.createElement(tag)
    if (className) e.className = className
    if (text) e.appendChild(d.createTextNode(text))
    return e
  }

  /* Words kept on the device: never at the touch screen, never an id number. */
  var store = null
  try {
    store = w.localStorage
    store.setItem(prefix + 'try', '1')
    store.removeItem(prefix + 'try')
  } catch (e) {
    store = null
  }

  function stored() {
    var keys = []
    for (var i = 0; store && i < store.length; i++) {
      var key = store.key(i)
      if (key && key.indexOf(prefix) === 0) keys.push(key)
    }
    return keys
  }

  function forget(when) {
    var keys = stored()
    for (var i = 0; i < keys.length; i++) if (!when || when(keys[i])) store.removeItem(keys[i])
  }

  function read(key) {
    try {
      return JSON.parse(store.getItem(key) || 'null')
    } catch (e) {
      return null
    }
  }

  function kept(form) {
    return all('input, textarea, select', form).filter(function (e) {
      var type = (e.type || '').toLowerCase()
      return e.name && type !== 'hidden' && type !== 'file' && type !== 'submit' && !e.hasAttribute('data-unkept')
    })
  }

  function isTick(e) {
    return e.type === 'radio' || e.type === 'checkbox'
  }

  function valuesOf(form) {
    var values = {}
    kept(form).forEach(function (e) {
      if (!isTick(e)) values[e.name] = e.value
      else if (e.checked) values[e.name] = e.value
      else if (!(e.name in values)) values[e.name] = ''
    })
    return values
  }

  function put(form, values) {
    kept(form).forEach(function (e) {
      if (!(e.name in values)) return
      if (isTick(e)) e.checked = e.value === values[e.name]
      else e.value = values[e.name]
    })
  }

  function restore(form, key) {
    var saved = read(key)
    if (!saved || !saved.values) return
    var before = valuesOf(form)
    if (JSON.stringify(before) === JSON.stringify(saved.values)) return
    put(form, saved.values)
    var note = make('p', 'notice restored', '这台设备上有您没有按“下一步”的内容，已经放回来了。')
    note.setAttribute('role', 'status')
    var undo = make('button', 'quiet', '不要放回来')
    undo.type = 'button'
    undo.onclick = function () {
      put(form, before)
      store.removeItem(key)
      note.parentNode.removeChild(note)
    }
    note.appendChild(undo)
    form.parentNode.insertBefore(note, form)
  }

  function keepTyped(form) {
    var key = prefix + form.getAttribute('data-keep')
    var timer = 0
    if (!d.querySelector('.errors')) restore(form, key)
    function save() {
      try {
        store.setItem(key, JSON.stringify({ at: new Date().getTime(), values: valuesOf(form) }))
      } catch (e) {
        return
      }
    }
    form.addEventListener('input', function () {
      w.clearTimeout(timer)
      timer = w.setTimeout(save, 300)
    })
    form.addEventListener('change', save)
    form.addEventListener('submit', function () {
      w.clearTimeout(timer)
      store.removeItem(key)
    })
  }

  /* A word that says neither which nor how many. */
  var vague = /所有(?![权制人者])|一切|全部|任何|相关/g

  function watchVague(box) {
    var hint = make('p', 'live')
    hint.setAttribute('role', 'status')
    box.parentNode.appendChild(hint)
    var timer = 0
    function look() {
      var found = (box.value.replace(/《[^》]*》/g, '').match(vague) || []).filter(function (word, i, list) {
        return list.indexOf(word) === i
      })
      var words = found.length ? '您写了“' + found.join('”“') + '”。能写清楚是哪一份、哪一年、哪个地方的，查得更快。不改也可以。' : ''
      if (hint.textContent !== words) hint.textContent = words
    }
    box.addEventListener('input', function () {
      w.clearTimeout(timer)
      timer = w.setTimeout(look, 600)
    })
    look()
  }

  /* A file goes up with a bar; without a script it goes up without one. */
  function watchUpload(form) {
    var words = form.querySelector('[data-progress]')
    var picker = form.querySelector('input[type=file]')
    var bar = make('progress', 'bar')
    bar.max = 100
    bar.setAttribute('aria-label', '上传进度')
    form.addEventListener('submit', function (event) {
      if (!picker.files || !picker.files.length) return
      var xhr = new XMLHttpRequest()
      if (!xhr.upload) return
      event.preventDefault()
      var button = form.querySelector('button')
      button.disabled = true
      words.parentNode.insertBefore(bar, words)
      words.textContent = '正在上传，请不要关闭页面'
      xhr.upload.onprogress = function (e) {
        if (!e.lengthComputable) return
        bar.value = Math.round((e.loaded / e.total) * 100)
        if (e.loaded === e.total) words.textContent = '已经传完，正在保存'
      }
      xhr.onload = function () {
        if (xhr.status >= 200 && xhr.status < 300) return w.location.replace(xhr.responseURL || w.location.href)
        d.open()
        d.write(xhr.responseText)
        d.close()
      }
      xhr.onerror = function () {
        button.disabled = false
        bar.parentNode.removeChild(bar)
        words.textContent = '网络断了，没有上传成功。请再按一次。'
      }
      xhr.open('POST', form.action)
      xhr.send(new FormData(form))
    })
  }

  /* The touch screen of the hall ends a visit that nobody goes on with; announced, and put off by one touch. */
  function watchKiosk(end) {
    var idle = Number(end.getAttribute('data-idle'))
    var warn = Number(end.getAttribute('data-warn'))
    var left = 0
    var since = new Date().getTime()
    var box = null
    var before = null
    function close() {
      since = new Date().getTime()
      if (!box) return
      box.parentNode.removeChild(box)
      box = null
      if (before && before.focus) before.focus()
    }
    function show() {
      before = d.activeElement
      box = make('div', 'still')
      box.setAttribute('role', 'alertdialog')
      box.setAttribute('aria-modal', 'true')
      box.setAttribute('aria-labelledby', 'still-title')
      box.setAttribute('aria-describedby', 'still-words')
      var inner = make('div', 'still-box')
      var title = make('h2', '', '您还在吗？')
      title.id = 'still-title'
      var text = make('p', '', warn + '秒以后会自动结束，清除屏幕上的内容。')
      text.id = 'still-words'
      var count = make('p', 'count-down')
      count.setAttribute('aria-hidden', 'true')
      count.id = 'still-count'
      var go = make('button', '', '还在，继续')
      go.type = 'button'
      go.onclick = close
      var stop = make('button', 'second', '办完了')
      stop.type = 'button'
      stop.onclick = function () {
        end.submit()
      }
      ;[title, text, count, go, stop].forEach(function (e) {
        inner.appendChild(e)
      })
      box.appendChild(inner)
      d.body.appendChild(box)
      go.focus()
    }
    function tick() {
      var quiet = (new Date().getTime() - since) / 1000
      if (quiet < idle) return
      left = Math.ceil(idle + warn - quiet)
      if (left <= 0) return end.submit()
      if (!box) show()
      d.getElementById('still-count').textContent = String(left)
    }
    function touched() {
      if (!box) since = new Date().getTime()
    }
    ;['touchstart', 'mousedown', 'keydown', 'input', 'scroll'].forEach(function (name) {
      d.addEventListener(name, touched, true)
    })
    d.addEventListener('keydown', function (event) {
      if (!box) return
      if (event.key === 'Escape' || event.key === 'Esc') return close()
      if (event.key !== 'Tab') return
      var buttons = all('button', box)
      var at = buttons.indexOf(d.activeElement)
      event.preventDefault()
      buttons[(at + (event.shiftKey ? buttons.length - 1 : 1)) % buttons.length].focus()
    })
    w.setInterval(tick, 1000)
    d.addEventListener('click', function (event) {
      var link = event.target && event.target.closest ? event.target.closest('a[href]') : null
      if (!link || link.host !== w.location.host || link.getAttribute('href').charAt(0) === '#') return
      event.preventDefault()
      w.location.replace(link.href)
    })
    if (end.hasAttribute('data-home') && w.history.pushState) {
      w.history.pushState(null, '', w.location.href)
      w.addEventListener('popstate', function () {
        w.history.pushState(null, '', w.location.href)
      })
    }
    w.addEventListener('pageshow', function (event) {
      if (event.persisted) w.location.reload()
    })
  }

  function begin() {
    var end = d.querySelector('form[data-idle]')
    if (end) {
      if (store) forget()
      watchKiosk(end)
    } else if (store) {
      forget(function (key) {
        var saved = read(key)
        return !saved || !saved.at || saved.at < new Date().getTime() - most
      })
      if (d.querySelector('[data-forget]')) forget()
      all('form[data-keep]').forEach(keepTyped)
    }
    all('textarea[data-watch=vague]').forEach(watchVague)
    if (w.FormData && w.XMLHttpRequest) all('form[data-upload]').forEach(watchUpload)
    root.className += ' scripted'
  }

  if (!d.querySelectorAll || !d.addEventListener || !Array.prototype.filter) return
  begin()
})(window, document)
