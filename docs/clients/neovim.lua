-- envlens in Neovim, without a plugin: for init.lua, Neovim 0.7 or newer.

local envlens = {
  name = 'envlens',
  cmd = { 'envlens', 'server' }, -- with the full path if envlens isn't on your PATH
}
local filetypes = { 'yaml', 'json', 'dockerfile' }

if vim.fn.has('nvim-0.11') == 1 then
  envlens.filetypes = filetypes
  envlens.root_markers = { '.git' }
  vim.lsp.config('envlens', envlens)
  vim.lsp.enable('envlens')
  return
end

-- Before 0.11 there is no such list of servers. Before 0.8, two files of a project share their
-- server only if we see to it.
local clients = {}

local function attach(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  local git = vim.fn.finddir('.git', folder .. ';')
  local root = git == '' and folder or vim.fn.fnamemodify(git, ':p:h:h')
  local config = vim.tbl_extend('force', envlens, { root_dir = root })
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  config.on_exit = function()
    clients[root] = nil
  end
  clients[root] = clients[root] or vim.lsp.start_client(config)
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  callback = function(event)
    attach(event.buf)
  end,
})
