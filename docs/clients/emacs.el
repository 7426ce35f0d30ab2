;;; envlens in Emacs, by Eglot: for your init file.  -*- lexical-binding: t -*-

;; Eglot is part of Emacs 29 and newer; for older ones it is a package.  YAML needs a mode: the
;; package yaml-mode, or yaml-ts-mode with its grammar.
(require 'eglot)

;; With the full path if envlens isn't on your `exec-path'.  Eglot runs one server for a mode, so
;; envlens takes the place of any other for these.
(add-to-list 'eglot-server-programs
             '((yaml-mode yaml-ts-mode dockerfile-mode dockerfile-ts-mode)
               . ("envlens" "server")))

(dolist (hook '(yaml-mode-hook yaml-ts-mode-hook dockerfile-mode-hook dockerfile-ts-mode-hook))
  (add-hook hook #'eglot-ensure))
